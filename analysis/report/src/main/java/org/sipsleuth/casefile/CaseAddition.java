package org.sipsleuth.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.capture.integrity.OpenedFile;
import org.sipsleuth.casefile.entry.Attachment;
import org.sipsleuth.casefile.entry.Evidence;
import org.sipsleuth.casefile.store.CaseChange;
import org.sipsleuth.casefile.store.CaseException;
import org.sipsleuth.casefile.store.CaseException.Reason;
import org.sipsleuth.casefile.store.CaseSchema;
import org.sipsleuth.casefile.store.CaseTable;
import org.sipsleuth.casefile.store.Row;
import org.sipsleuth.casefile.store.Sha256;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.text.FileName;

/// Several things that come into a case as one change: captures, files, filters and names of
/// addresses. All of them are read and hashed before the case is touched.
public final class CaseAddition {

    /// What came into the case, in the order in which it was added.
    public record Added(List<Evidence> evidence, List<Attachment> attachments) {
        public Added {
            evidence = List.copyOf(evidence);
            attachments = List.copyOf(attachments);
        }
    }

    /// Puts the rows of one thing.
    private interface Part {
        void put(CaseChange change, List<Evidence> evidence, List<Attachment> attachments) throws CaseException;
    }

    private final Path file;
    private final List<Part> parts = new ArrayList<>();

    /// @param file the case, which is named when something cannot be added
    public CaseAddition(Path file) {
        this.file = file;
    }

    /// Whether there is nothing to add.
    public boolean isEmpty() {
        return parts.isEmpty();
    }

    /// Adds a capture by its hash. One that is already there is seen at this path from now on.
    ///
    /// @throws IOException if it cannot be read to its end
    /// @throws org.sipsleuth.capture.integrity.CaptureChangedException if it changes meanwhile
    public void capture(OpenedFile opened, RunMonitor monitor) throws IOException {
        String sha256 = opened.sha256(monitor);
        String path = FileName.text(opened.path().toAbsolutePath().normalize());
        parts.add((change, evidence, _) -> {
            Evidence added = change.find(CaseTable.EVIDENCE, Row.EMPTY.with("sha256", sha256))
                    .map(row -> Evidence.of(row).at(path))
                    .orElseGet(() -> new Evidence(sha256, opened.bytes(), FileName.last(opened.path()), path,
                            change.at().toString(), change.who()));
            change.put(CaseTable.EVIDENCE, added.row());
            evidence.add(added);
        });
    }

    /// Attaches a file, in place of one of the same kind and name.
    public void attachment(Attachment.Kind kind, Path attached) throws IOException {
        try (InputStream in = Files.newInputStream(attached)) {
            attachment(kind, FileName.last(attached), in.readNBytes(CaseSchema.MOST_ATTACHED_BYTES + 1));
        }
    }

    /// Attaches a file that is in memory, in place of one of the same kind and name.
    ///
    /// @param name its file name
    public void attachment(Attachment.Kind kind, String name, byte[] content) throws CaseException {
        if (content.length > CaseSchema.MOST_ATTACHED_BYTES) {
            throw new CaseException(Reason.TOO_LARGE, file, null, name, CaseSchema.MOST_ATTACHED_BYTES);
        }
        parts.add((change, _, attachments) -> {
            Attachment added = new Attachment(kind, name, Sha256.of(content), change.at().toString(), change.who());
            change.put(CaseTable.ATTACHMENT, added.row(content));
            attachments.add(added);
        });
    }

    /// Names an address; an empty name removes the alias.
    public void alias(String address, String name) {
        nameOrRemove(CaseTable.ALIAS, Row.EMPTY.with("address", address), "name", name);
    }

    /// Stores a filter under a name; an empty filter removes it.
    public void filter(String name, String expression) {
        nameOrRemove(CaseTable.FILTER, Row.EMPTY.with("name", name), "expression", expression);
    }

    private void nameOrRemove(CaseTable table, Row key, String column, String text) {
        parts.add((change, _, _) -> {
            if (text.isEmpty()) {
                change.remove(table, key);
            } else {
                change.put(table, key.with(column, text).with("at", change.at().toString()).with("who", change.who()));
            }
        });
    }

    Added put(CaseChange change) throws CaseException {
        List<Evidence> evidence = new ArrayList<>();
        List<Attachment> attachments = new ArrayList<>();
        for (Part part : parts) {
            part.put(change, evidence, attachments);
        }
        return new Added(evidence, attachments);
    }
}
