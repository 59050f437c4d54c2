package org.sipsleuth.view.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.sipsleuth.export.CaptureExport;
import org.sipsleuth.export.ExportException;
import org.sipsleuth.export.ExportOutput;
import org.sipsleuth.export.anonymize.AnonymizedExport;
import org.sipsleuth.export.anonymize.KeyFolder;
import org.sipsleuth.export.anonymize.pseudonym.AnonymizationKey;
import org.sipsleuth.file.OutputRules;
import org.sipsleuth.file.RegularFile;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.view.ui.Texts;

/// What the user wants to have written, and where to.
///
/// @param target the file, as it was typed
/// @param isAnonymous whether nobody shall be named
/// @param key the file of the key, as it was typed; blank for a key of the capture itself; of no
///     meaning if names stay
record ExportOrder(Exportable from, ExportScope scope, boolean hasMedia, String target, boolean isAnonymous,
        String key) {

    /// The result of validating an order against the file system.
    ///
    /// @param problem why it cannot be; empty if it can
    /// @param note what will happen beside it; may be empty
    record Answer(String problem, String note) {}

    /// Checks whether it can be carried out. Examines files: not for the JavaFX thread.
    Answer validate() {
        if (target.isBlank()) {
            return new Answer(Texts.text("export.target.missing"), "");
        }
        try {
            Path file = file(target);
            check(file);
            Path folder = file.getParent();
            if (folder == null || !Files.isDirectory(folder)) {
                return new Answer(Texts.text("export.target.folder"), "");
            }
            return new Answer("", note(file));
        } catch (InvalidPathException noName) {
            return new Answer(Texts.text("export.target.name"), "");
        } catch (IOException refused) {
            return new Answer(String.valueOf(refused.getMessage()), "");
        }
    }

    private String note(Path file) {
        String exists = Files.exists(file) ? Texts.text("export.target.exists") : "";
        if (!isAnonymous) {
            return exists;
        }
        String made = key.isBlank() ? Texts.text("export.key.kept", KeyFolder.ofUser().folder().toString())
                : Texts.text(Files.exists(file(key)) ? "export.key.used" : "export.key.new");
        return exists.isEmpty() ? made : exists + "\n" + made;
    }

    private void check(Path file) throws IOException {
        CaptureExport.isPcapng(file);
        Path folder = file.getParent();
        if (folder != null && Files.isDirectory(folder)) { // a missing one has its own sentence
            ExportOutput.at(file, rules());
        }
        if (isAnonymous && key.isBlank()) {
            AnonymizedExport.check(file);
        } else if (isAnonymous) {
            checkKey(file(key));
            AnonymizedExport.check(file, file(key));
        }
    }

    /// A key that is there is read; opening a pipe would wait for good.
    private void checkKey(Path its) throws IOException {
        for (Path input : ExportOutput.inputs(from.index(), from.options())) {
            if (Files.exists(its) && Files.exists(input) && Files.isSameFile(its, input)) {
                throw new ExportException(Texts.text("export.key.input"));
            }
        }
        if (Files.exists(its)) {
            RegularFile.check(its);
        }
    }

    /// The page says that a file exists before the user exports into it.
    private OutputRules rules() {
        return OutputRules.CONFIRMED.with(ExportOutput.inputs(from.index(), from.options()));
    }

    private static Path file(String typed) {
        return Path.of(typed.strip()).toAbsolutePath().normalize();
    }

    /// Carries it out.
    ///
    /// @throws IOException if it is refused, or something cannot be read or written
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop; nothing
    ///     was written then
    ExportOutcome write(RunMonitor monitor) throws IOException {
        Path file = file(target);
        check(file);
        ExportOutput output = ExportOutput.at(file, rules());
        var request = from.request(scope, hasMedia);
        if (!isAnonymous) {
            return ExportOutcome.of(CaptureExport.write(from.index(), request, output, monitor));
        }
        KeyFolder keys = KeyFolder.ofUser();
        Path itsKey = key.isBlank() ? keys.file(from.index(), monitor) : file(key);
        AnonymizationKey secret = key.isBlank() ? keys.open(itsKey) : AnonymizationKey.open(itsKey);
        return ExportOutcome.of(AnonymizedExport.write(from.index(), request, secret, output, monitor))
                .with(Texts.text("export.done.key", secret.name(), itsKey.toString()));
    }
}
