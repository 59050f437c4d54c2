package org.sipsleuth.app.workbench.loading;

import static org.sipsleuth.view.ui.Texts.text;

import java.nio.file.Path;
import java.util.List;
import org.sipsleuth.text.FileName;
import org.sipsleuth.view.message.VisibleText;

/// Names captures that are open together.
public final class CaptureNames {

    /// Of a folder with a thousand captures a line for each would fill more than the screen.
    private static final int MOST_LINES = 8;

    /// In characters; longer names are cut.
    private static final int LONGEST = 200;

    /// The extension of cases.
    static final String CASE = ".case";

    private CaptureNames() {}

    /// `incident.pcap`, `incident.pcap and 2 more`.
    public static String of(List<Path> files) {
        String first = VisibleText.ofValue(FileName.last(files.getFirst()), LONGEST);
        return files.size() == 1 ? first : text("workbench.files.and.more", first, files.size() - 1);
    }

    /// The same, and whether it is a part of what the user wanted to open: `First 4 of 10: …`.
    public static String of(OpenRequest request) {
        return request.isPart()
                ? text("workbench.files.part", request.captures().size(), request.of(), of(request.captures()))
                : of(request.captures());
    }

    /// The same, and whether some of them could not be read: `12 of 14: …`.
    public static String of(OpenCaptures open) {
        if (open.unreadable().isEmpty() || open.isPart()) {
            return of(open.request());
        }
        return text("workbench.files.some", open.files().size(), open.of(), of(open.files()));
    }

    /// A case without its extension: `office`.
    public static String ofCase(Path file) {
        String name = of(List.of(file));
        return name.endsWith(CASE) && name.length() > CASE.length() ? name.substring(0, name.length() - CASE.length())
                : name;
    }

    /// The directory of the first, `~` for the user's own.
    public static String directoryOf(List<Path> files) {
        String directory = VisibleText.ofValue(FileName.text(folderOf(files.getFirst())), LONGEST);
        String home = System.getProperty("user.home", "");
        return !home.isEmpty() && directory.startsWith(home) ? "~" + directory.substring(home.length()) : directory;
    }

    /// Lines about captures, one each: the first ones, and how many more there are.
    public static String few(List<String> lines) {
        if (lines.size() <= MOST_LINES) {
            return String.join("\n", lines);
        }
        int shown = MOST_LINES - 1;
        return String.join("\n", lines.subList(0, shown)) + "\n" + text("workbench.lines.more", lines.size() - shown);
    }

    /// Where they are searched together: one capture itself, else the deepest folder that holds them
    /// all.
    public static Path placeOf(List<Path> files) {
        return files.size() == 1 ? files.getFirst() : folderOf(files);
    }

    /// The deepest folder that holds them all, also below it.
    public static Path folderOf(List<Path> files) {
        Path common = folderOf(files.getFirst());
        for (Path file : files) {
            Path parent = common.getParent();
            while (parent != null && !file.toAbsolutePath().startsWith(common)) {
                common = parent;
                parent = common.getParent();
            }
        }
        return common;
    }

    private static Path folderOf(Path file) {
        Path absolute = file.toAbsolutePath();
        Path folder = absolute.getParent();
        return folder == null ? absolute : folder;
    }
}
