/// What every report is written with.
///
/// In: values of a capture, which may be hostile. Out: text in which no byte of a message can act
/// as a command.
@NullMarked
package org.sipsleuth.report.output;

import org.jspecify.annotations.NullMarked;

