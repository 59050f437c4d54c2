/// An open investigation: a capture, the detectors in use, and what each of them found.
///
/// In: a [org.sipsleuth.dialog.SipIndex], detectors. Out: a stream of immutable
/// [org.sipsleuth.session.SessionState]s, for the window and for the command line alike.
@NullMarked
package org.sipsleuth.session;

import org.jspecify.annotations.NullMarked;
