package org.sipsleuth.app.workbench.notes;

import org.sipsleuth.casefile.DialogNotes;

import java.time.Instant;

/// Notes as they were saved.
record SavedNotes(DialogNotes notes, Instant savedAt) {}
