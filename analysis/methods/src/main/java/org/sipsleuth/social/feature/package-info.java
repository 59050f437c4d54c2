/// What a user does in a time: numbers that are compared between users.
///
/// In: call records. Out: a row of features for each user.
@NullMarked
package org.sipsleuth.social.feature;

import org.jspecify.annotations.NullMarked;
