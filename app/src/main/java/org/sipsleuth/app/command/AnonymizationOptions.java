package org.sipsleuth.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.capture.file.RegularFile;
import org.sipsleuth.export.ExportException;
import org.sipsleuth.export.anonymize.AnonymizedExport;
import org.sipsleuth.export.anonymize.pseudonym.AnonymizationKey;
import picocli.CommandLine.Option;

/// The options of commands that write anonymised copies.
final class AnonymizationOptions {

    private static final String KEY_NAME = "sipsleuth.key";

    @Option(
            names = "--anonymize",
            description = {
                "write an anonymised copy: addresses, users, numbers, names, Call-IDs, tags and"
                        + " password digests are replaced consistently; with --media, audio is"
                        + " replaced by silence; written as pcap"
            })
    private boolean isAnonymous;

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = {
                "secret key for the pseudonyms, created if missing (default: sipsleuth.key in the"
                        + " directory of OUT). Keep it confidential: with it, pseudonyms can be"
                        + " traced back to identities"
            })
    private @Nullable Path key;

    /// Whether an anonymised copy is wanted.
    boolean areWanted() {
        return isAnonymous;
    }

    /// Whether one of them is given.
    boolean areGiven() {
        return isAnonymous || key != null;
    }

    /// The file that the user named for the key.
    List<Path> inputs() {
        return Optional.ofNullable(key).stream().toList();
    }

    /// @throws ExportException if there is a key for a copy that is not anonymised
    void check() throws ExportException {
        if (key != null && !isAnonymous) {
            throw new ExportException("--key requires --anonymize.");
        }
    }

    /// Where the key of a copy is.
    ///
    /// @param target the file that the copy goes to
    Path file(Path target) {
        return key == null ? target.resolveSibling(KEY_NAME) : key;
    }

    /// Whether there is no key, or one that can be read: a pipe would be waited for. If not, the
    /// user is notified.
    boolean isKeyReadable(Path target, Terminal terminal) {
        Path its = file(target);
        try {
            if (Files.exists(its)) {
                RegularFile.check(its);
            }
            return true;
        } catch (IOException obstacle) {
            terminal.report(its + ": not a valid key: " + obstacle.getMessage());
            return false;
        }
    }

    /// The key of a copy, made if there is none.
    AnonymizationKey open(Path target, Terminal terminal) throws IOException {
        Path its = file(target);
        AnonymizationKey opened = AnonymizationKey.open(its);
        terminal.report("pseudonyms use the key " + opened.name() + " in " + its);
        return opened;
    }

    /// Looks whether the key can be used.
    ///
    /// @throws ExportException if it cannot, or is the file that the copy goes to
    void checkKey(Path target) throws ExportException {
        AnonymizedExport.checkKey(target, file(target));
    }
}
