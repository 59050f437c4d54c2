/// What changed from one capture to another: sequences, users, devices, destinations, answers and
/// the ways in which messages are written.
///
/// In: two [org.sipsleuth.dialog.SipIndex]es, each of one capture or several. Out:
/// [org.sipsleuth.change.CaptureChanges].
@NullMarked
package org.sipsleuth.change;

import org.jspecify.annotations.NullMarked;
