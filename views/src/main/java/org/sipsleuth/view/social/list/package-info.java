/// Lists of the page of social behaviour.
///
/// In: rows. Out: columns, and what is shown in them.
@NullMarked
package org.sipsleuth.view.social.list;

import org.jspecify.annotations.NullMarked;
