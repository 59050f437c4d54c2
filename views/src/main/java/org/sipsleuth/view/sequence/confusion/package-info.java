/// How often the classifiers are right, measured against a reference.
///
/// In: the scored sequences and the threshold lines. Out: a table whose cells choose their dialogs.
@NullMarked
package org.sipsleuth.view.sequence.confusion;

import org.jspecify.annotations.NullMarked;
