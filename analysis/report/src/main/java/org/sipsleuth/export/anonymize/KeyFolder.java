package org.sipsleuth.export.anonymize;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedSet;
import java.util.TreeSet;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.export.anonymize.pseudonym.AnonymizationKey;
import org.sipsleuth.folder.UserFolders;
import org.sipsleuth.run.RunMonitor;

/// Where the keys of anonymised copies are kept for which the user names no file: far from the
/// copies, one for each capture, so that all copies of a capture have the same pseudonyms.
///
/// @param folder readable by its owner only; made with the first key
public record KeyFolder(Path folder) {

    /// That of this user.
    public static KeyFolder ofUser() {
        return new KeyFolder(UserFolders.data().resolve("keys"));
    }

    /// The file of the key of a capture: its SHA-256 and `.key`. That of several captures is named
    /// by the SHA-256 of theirs, sorted, one on a line.
    ///
    /// @throws IOException if a capture cannot be read
    public Path file(SipIndex index, RunMonitor monitor) throws IOException {
        SortedSet<String> hashes = new TreeSet<>();
        for (CaptureSummary capture : index.files()) {
            hashes.add(capture.sha256(monitor));
        }
        return folder.resolve((hashes.size() == 1 ? hashes.first() : hash(hashes)) + ".key");
    }

    private static String hash(SortedSet<String> hashes) {
        try {
            byte[] lines = String.join("\n", hashes).getBytes(StandardCharsets.US_ASCII);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(lines));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /// The key in such a file, which is made if it does not exist.
    ///
    /// @throws IOException as [AnonymizationKey#open], or if the folder cannot be made
    public AnonymizationKey open(Path file) throws IOException {
        try {
            Files.createDirectories(folder,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException obstacle) {
            throw new IOException(
                    "the folder of the keys, %s, cannot be made; name a file for the key".formatted(folder), obstacle);
        }
        return AnonymizationKey.open(file);
    }
}
