package org.sipsleuth.view.session.casefile;

import static org.sipsleuth.view.ui.Texts.text;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sipsleuth.annotation.DialogNotes;
import org.sipsleuth.casefile.entry.Attachment;
import org.sipsleuth.casefile.entry.Bookmark;
import org.sipsleuth.casefile.entry.Evidence;
import org.sipsleuth.casefile.entry.Subject;
import org.sipsleuth.casefile.entry.Verdict;
import org.sipsleuth.casefile.entry.Verdicts;
import org.sipsleuth.text.FileName;

/// What an open case holds, all of it on the disk.
///
/// @param file the case
/// @param name what it is called
/// @param number under which it is filed; may be empty
/// @param evidence its captures
/// @param held the open captures that are among them
/// @param verdicts all of them
/// @param notes the notes of each analyst
/// @param attachments its models, tables and other files
/// @param filters its filters by name
/// @param bookmarks those of all analysts
/// @param lastHash of the log
/// @param obstacle why it cannot be changed; empty if it can
/// @param isBegun whether the last verdict or bookmark in this window began it
/// @param saved when it was last changed from here, or opened
public record OpenCase(Path file, String name, String number, List<Evidence> evidence, List<Path> held,
        Verdicts verdicts, SortedMap<String, DialogNotes> notes, List<Attachment> attachments,
        SortedMap<String, String> filters, List<Bookmark> bookmarks, String lastHash, Optional<String> obstacle,
        boolean isBegun, Instant saved) {

    /// Takes copies.
    public OpenCase {
        evidence = List.copyOf(evidence);
        held = List.copyOf(held);
        notes = Collections.unmodifiableSortedMap(new TreeMap<>(notes));
        attachments = List.copyOf(attachments);
        bookmarks = List.copyOf(bookmarks);
        filters = Collections.unmodifiableSortedMap(new TreeMap<>(filters));
    }

    /// The verdicts about something that stand.
    public List<Verdict> about(Subject subject) {
        return verdicts.on(subject);
    }

    /// That it was begun, and where; empty if it is older.
    public Optional<String> news() {
        return Optional.ofNullable(file.getParent())
                .filter(_ -> isBegun)
                .map(folder -> text("session.case.begun", name, FileName.text(folder)));
    }

    /// What this analyst noted.
    public DialogNotes notesOf(String analyst) {
        return notes.getOrDefault(analyst, DialogNotes.NONE);
    }
}
