/// Calls and users of captures and of tables of call records, as `calls` lists them.
///
/// In: [org.sipsleuth.call.record.CallRecords]. Out:
/// [org.sipsleuth.app.command.call.CallRows], [org.sipsleuth.app.command.call.CallUserRows].
@NullMarked
package org.sipsleuth.app.command.call;

import org.jspecify.annotations.NullMarked;
