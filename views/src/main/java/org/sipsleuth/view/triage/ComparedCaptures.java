package org.sipsleuth.view.triage;

import java.nio.file.Path;
import org.sipsleuth.change.CaptureChanges;
import org.sipsleuth.dialog.SipIndex;

/// Two captures and how they differ.
///
/// @param path of the capture before
/// @param before what is in it
/// @param now the open capture
record ComparedCaptures(Path path, SipIndex before, SipIndex now, CaptureChanges changes) {}
