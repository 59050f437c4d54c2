package org.sipsleuth.report.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.report.output.DisplayWidth;

/// Writes two texts beside each other with a sign between them; what is too long goes on in the
/// next line.
final class SideBySide {

    private static final int NARROWEST = 20;
    private static final int BETWEEN = 3;

    private final Appendable out;
    private final int cells;

    /// @param columns how wide both are together with what is between them
    SideBySide(Appendable out, int columns) {
        this.out = out;
        cells = Math.max(NARROWEST, (columns - BETWEEN) / 2);
    }

    void write(String left, char sign, String right) throws IOException {
        List<String> ours = wrapped(left);
        List<String> theirs = wrapped(right);
        for (int line = 0; line < Math.max(ours.size(), theirs.size()); line++) {
            String begin = line < ours.size() ? ours.get(line) : "";
            String end = line < theirs.size() ? theirs.get(line) : "";
            StringBuilder whole = new StringBuilder(begin);
            whole.repeat(' ', Math.max(0, cells - DisplayWidth.of(begin)));
            whole.append(' ').append(line == 0 ? sign : ' ').append(' ').append(end);
            out.append(whole.toString().stripTrailing()).append('\n');
        }
    }

    private List<String> wrapped(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int used = 0;
        int at = 0;
        while (at < text.length()) {
            String letter = Character.toString(text.codePointAt(at));
            int width = DisplayWidth.of(letter);
            if (used + width > cells) {
                lines.add(line.toString());
                line.setLength(0);
                used = 0;
            }
            line.append(letter);
            used += width;
            at += letter.length();
        }
        lines.add(line.toString());
        return lines;
    }
}
