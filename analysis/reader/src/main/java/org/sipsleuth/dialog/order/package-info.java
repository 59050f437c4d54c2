/// How files follow each other in time.
///
/// In: what is known of each file. Out: their order, with what is between one and the next.
@NullMarked
package org.sipsleuth.dialog.order;

import org.jspecify.annotations.NullMarked;
