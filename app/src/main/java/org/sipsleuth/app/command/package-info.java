/// The command line.
///
/// In: the arguments. Out: what a subcommand prints, and the exit code; without a subcommand the
/// window is opened, or the captures are summed up where no window can be.
@NullMarked
package org.sipsleuth.app.command;

import org.jspecify.annotations.NullMarked;
