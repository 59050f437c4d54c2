/// The command line explained: help, manual page and shell completion.
///
/// In: picocli's model of all commands. Out: text for a terminal, for `man` and for shells.
@NullMarked
package org.sipsleuth.app.command.help;

import org.jspecify.annotations.NullMarked;
