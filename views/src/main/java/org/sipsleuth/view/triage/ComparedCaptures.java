package org.sipsleuth.view.triage;

import static org.sipsleuth.view.ui.Texts.text;

import java.nio.file.Path;
import java.util.List;
import org.sipsleuth.change.CaptureChanges;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.text.FileName;
import org.sipsleuth.view.message.VisibleText;

/// The captures of two sides and how they differ.
///
/// @param before what is in those of the side before
/// @param now what is in those of the other
/// @param isOpen whether the captures of now are the open ones
record ComparedCaptures(SipIndex before, SipIndex now, boolean isOpen, CaptureChanges changes) {

    private static final int LONGEST_NAME = 120;

    /// The files of the side before.
    List<Path> filesBefore() {
        return before.files().stream().map(CaptureSummary::path).toList();
    }

    /// The captures of a side by the name of the first: `monday.pcap and 2 more`.
    static String name(SipIndex side) {
        String first = VisibleText.ofValue(FileName.last(side.files().getFirst().path()), LONGEST_NAME);
        return text("triage.changes.captures", first, side.files().size() - 1);
    }
}
