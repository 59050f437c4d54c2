package org.sipsleuth.app.workbench.notes;

import java.time.Instant;
import org.sipsleuth.annotation.DialogNotes;

/// Notes as they were saved.
record SavedNotes(DialogNotes notes, Instant savedAt) {}
