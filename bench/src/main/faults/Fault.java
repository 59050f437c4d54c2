import java.nio.file.Path;

/// One change of a source file: the text between two offsets is replaced. Lines and columns are
/// 1-based; the name has no comma.
record Fault(Path file, int from, int to, String replacement, long line, long column, String name) {

    String place() {
        return file + ":" + line + ":" + column;
    }

    String apply(String text) {
        return text.substring(0, from) + replacement + text.substring(to);
    }

    /// The same change of another version of the text, where the same lines and those around them
    /// stand nearest; null if they are gone.
    Fault in(String text, String other) {
        int begin = text.lastIndexOf('\n', text.lastIndexOf('\n', from - 1) - 1) + 1;
        int end = text.indexOf('\n', text.indexOf('\n', to) + 1);
        String lines = text.substring(begin, end + 1);
        int nearest = -1;
        for (int at = other.indexOf(lines); at >= 0; at = other.indexOf(lines, at + 1)) {
            if (nearest < 0 || Math.abs(at - begin) < Math.abs(nearest - begin)) {
                nearest = at;
            }
        }
        int moved = nearest - begin;
        return nearest < 0
                ? null
                : new Fault(file, from + moved, to + moved, replacement, line, column, name);
    }
}
