/// What can be done in the window, in one form for keys, menus, palette and help.
///
/// In: the acts of views. Out: commands with words and keys.
@NullMarked
package org.sipsleuth.view.ui.command;

import org.jspecify.annotations.NullMarked;
