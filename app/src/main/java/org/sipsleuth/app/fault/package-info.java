/// What a fault of the program is reported with, without evidence.
///
/// In: faults that nobody handled. Out: their stack traces without messages, and the report that a
/// user can send.
@NullMarked
package org.sipsleuth.app.fault;

import org.jspecify.annotations.NullMarked;
