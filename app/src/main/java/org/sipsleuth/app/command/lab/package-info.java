/// Labs on the command line: lists, marks and class tables.
///
/// In: labs, keys and hand-ins. Out: rows for people and other programs.
@NullMarked
package org.sipsleuth.app.command.lab;

import org.jspecify.annotations.NullMarked;
