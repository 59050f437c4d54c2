package org.sipsleuth.view.export;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.text.FileName;
import org.sipsleuth.view.ui.Memory;

/// Which files are proposed: beside what was written last time, or else beside the capture.
final class ExportNames {

    private static final String FOLDER = "folder.show";
    private static final String KEY = "export.key";
    private static final String PCAPNG = ".pcapng";
    private static final String NOBODY = "anonymous.pcap";

    private final Memory memory;

    ExportNames(Memory memory) {
        this.memory = memory;
    }

    /// The file of the key; empty for a key of the capture itself.
    String key() {
        return memory.get(KEY).orElse("");
    }

    /// A file for an export. That of a copy without names has no name of the capture either.
    String proposal(SipIndex index, boolean isAnonymous) {
        Path capture = index.files().getFirst().path().toAbsolutePath();
        String name = isAnonymous ? NOBODY : base(capture) + "-export" + PCAPNG;
        return Optional.ofNullable(capture.getParent())
                .map(beside -> memory.get(FOLDER).map(Path::of).orElse(beside))
                .map(folder -> folder.resolve(name).toString())
                .orElse(name);
    }

    private static String base(Path capture) {
        String name = FileName.last(capture);
        return name.replaceFirst("(?i)\\.(pcap|pcapng|cap)(\\.(gz|zst))?$", "");
    }

    /// The same file with an ending that suits the choice.
    String fitting(String typed, boolean isAnonymous) {
        boolean isPcapng = typed.toLowerCase(Locale.ROOT).endsWith(PCAPNG);
        if (isAnonymous && isPcapng) {
            int folder = Math.max(typed.lastIndexOf('/'), typed.lastIndexOf('\\')) + 1;
            return typed.substring(0, folder) + NOBODY;
        }
        return typed;
    }

    /// Remembers where something is written to.
    ///
    /// @param usedKey the file that was named for the key; empty if none was
    void remember(String target, String usedKey) {
        try {
            Path folder = Path.of(target.strip()).toAbsolutePath().getParent();
            if (folder != null) {
                memory.keep(FOLDER, folder.toString());
            }
            if (!usedKey.isBlank()) {
                memory.keep(KEY, usedKey.strip());
            }
        } catch (InvalidPathException noName) {
            // the export says so
        }
    }
}
