/// *Explain this*: how a number came about, beside the number.
///
/// In: explanations that the methods made. Out: a popover, its menu item and its keys.
@NullMarked
package org.sipsleuth.view.ui.explain;

import org.jspecify.annotations.NullMarked;
