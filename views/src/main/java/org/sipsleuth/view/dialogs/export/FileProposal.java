package org.sipsleuth.view.dialogs.export;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.ladder.Ladder;
import org.sipsleuth.report.ladder.LadderFormat;

/// Where the save dialog proposes to write a ladder: beside its capture, named after its Call-ID.
///
/// @param folder the folder of the capture, if files can be written there
/// @param base the name without its ending: ASCII letters, digits and `._@+=-` of the Call-ID
/// @param format the proposed format
record FileProposal(Optional<Path> folder, String base, LadderFormat format) {

    private static final int LONGEST_BASE = 100;
    private static final String NO_NAME = "ladder";

    /// Names of devices on Windows, whatever their ending.
    private static final Set<String> RESERVED = Set.of("con", "prn", "aux", "nul");

    private static final String NUMBERED_DEVICE = "(com|lpt)[0-9]";

    /// The proposal for a ladder.
    static FileProposal of(Ladder ladder, LadderFormat format) {
        SipIndex index = ladder.index();
        int[] dialogs = dialogs(ladder);
        String callId = dialogs.length == 0 ? "" : index.dialogs().callId(dialogs[0]);
        Path capture = index.files().isEmpty() ? null : index.files().getFirst().path().toAbsolutePath();
        return of(callId, dialogs.length, capture == null ? null : capture.getParent(), format);
    }

    private static int[] dialogs(Ladder ladder) {
        return IntStream.range(0, ladder.size())
                .map(row -> ladder.index().messages().dialog(ladder.message(row)))
                .distinct()
                .toArray();
    }

    /// @param callId of the first dialog
    /// @param dialogs how many there are
    static FileProposal of(String callId, int dialogs, @Nullable Path folder, LadderFormat format) {
        boolean isUsable = folder != null && Files.isDirectory(folder) && Files.isWritable(folder);
        String more = dialogs > 1 ? " and " + (dialogs - 1) + " more" : "";
        return new FileProposal(isUsable ? Optional.ofNullable(folder) : Optional.empty(), safe(callId) + more, format);
    }

    private static String safe(String callId) {
        String bounded = callId.substring(0, Math.min(callId.length(), LONGEST_BASE));
        String name = bounded.replaceAll("[^A-Za-z0-9._@+=-]", "_")
                .replaceFirst("^[.-]+", "_")
                .replaceAll("_{2,}", "_")
                .replaceFirst("[._]+$", "");
        String device = name.split("\\.", 2)[0].toLowerCase(Locale.ROOT);
        if (name.isEmpty()) {
            return NO_NAME;
        }
        return RESERVED.contains(device) || device.matches(NUMBERED_DEVICE) ? "_" + name : name;
    }

    /// The proposed name.
    String name() {
        return base + format.ending();
    }

    /// All formats, the proposed one first.
    List<LadderFormat> formats() {
        return Arrays.stream(LadderFormat.values())
                .sorted(Comparator.comparing(each -> each != format)) // a stable sort
                .toList();
    }

    /// The file to write. A typed ending decides its format, else the chosen kind of file.
    ///
    /// @param answer what the save dialog returned
    /// @param kind the kind of file that was chosen there
    Path file(Path answer, Optional<LadderFormat> kind) {
        String name = String.valueOf(answer.getFileName());
        String ending = kind.orElse(format).ending();
        if (name.equals(name())) {
            return answer.resolveSibling(base + ending);
        }
        return LadderFormat.of(name).isPresent() ? answer : answer.resolveSibling(name + ending);
    }
}
