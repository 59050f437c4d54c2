/// Windows of INVITEs (paper 2, §4.1).
///
/// In: the attempts to call of a capture ([org.sipsleuth.transaction.InviteAttempts]). Out:
/// [org.sipsleuth.flood.window.InviteWindows]: windows of ten attempts to one server, two attempts
/// apart, and the same for each source with at least ten.
@NullMarked
package org.sipsleuth.flood.window;

import org.jspecify.annotations.NullMarked;
