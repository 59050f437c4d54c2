package org.sipsleuth.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.export.ExportException;
import org.sipsleuth.export.anonymize.AnonymizedExport;
import org.sipsleuth.export.anonymize.KeyFolder;
import org.sipsleuth.export.anonymize.pseudonym.AnonymizationKey;
import org.sipsleuth.file.RegularFile;
import org.sipsleuth.run.RunMonitor;
import picocli.CommandLine.Option;

/// The options of commands that write anonymised copies.
final class AnonymizationOptions {

    @Option(names = "--anonymize",
            description = {
                "write an anonymised copy: addresses, users, numbers, names, Call-IDs, tags and"
                        + " password digests are replaced consistently; with --media, audio is"
                        + " replaced by silence; written as pcap"}) private boolean isAnonymous;

    @Option(names = "--key", paramLabel = "FILE",
            description = {
                "secret key for the pseudonyms, created if missing (default: a key of this capture,"
                        + " kept in ~/.local/share/sipsleuth/keys). Keep it confidential: with it,"
                        + " pseudonyms can be traced back to identities"}) private @Nullable Path key;

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

    /// Whether the key that the user named does not exist, or can be read: a pipe would be waited
    /// for. If not, the user is notified.
    boolean isKeyReadable(Terminal terminal) {
        try {
            if (key != null && Files.exists(key)) {
                RegularFile.check(key);
            }
            return true;
        } catch (IOException obstacle) {
            terminal.report(key + ": not a valid key: " + obstacle.getMessage());
            return false;
        }
    }

    /// The key of a copy, made if it is missing.
    ///
    /// @param index what is copied; unless the user named a file, it has a key of its own
    AnonymizationKey open(SipIndex index, Terminal terminal, RunMonitor monitor) throws IOException {
        KeyFolder keys = KeyFolder.ofUser();
        Path its = key == null ? keys.file(index, monitor) : key;
        AnonymizationKey opened = key == null ? keys.open(its) : AnonymizationKey.open(its);
        terminal.report(
                "pseudonyms use the key " + opened.name() + " in " + its + "; anybody who has it can undo them");
        return opened;
    }

    /// Looks whether a copy can be written into a file of this name.
    ///
    /// @throws ExportException if it is not named as a pcap file, or the key cannot be used, or is
    ///     that file
    void check(Path target) throws ExportException {
        if (key == null) {
            AnonymizedExport.check(target);
        } else {
            AnonymizedExport.check(target, key);
        }
    }

    /// Looks whether the key can be used.
    ///
    /// @throws ExportException if it cannot, or is the file that the copy goes to
    void checkKey(Path target) throws ExportException {
        if (key != null) {
            AnonymizedExport.checkKey(target, key);
        }
    }
}
