/// Groups of users that behave alike.
///
/// In: features. Out: clusters, and how well each number of clusters describes the users.
@NullMarked
package org.sipsleuth.social.cluster;

import org.jspecify.annotations.NullMarked;
