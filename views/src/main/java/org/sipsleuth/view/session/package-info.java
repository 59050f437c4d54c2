/// The window's [org.sipsleuth.session.CaptureSession] as properties of JavaFX.
///
/// In: snapshots of the open capture, the detectors in use. Out: the state of the session, on the
/// JavaFX thread.
@NullMarked
package org.sipsleuth.view.session;

import org.jspecify.annotations.NullMarked;
