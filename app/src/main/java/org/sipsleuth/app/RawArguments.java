package org.sipsleuth.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sipsleuth.text.FileName;

/// The arguments of the program with every byte of them.
///
/// The JVM replaces bytes that are not in the locale's encoding, and so loses names of files that
/// are not UTF-8. On Linux `/proc/self/cmdline` has them.
final class RawArguments {

    static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");

    private static final char REPLACEMENT = '\ufffd';

    private RawArguments() {}

    /// The arguments; those with replaced bytes as [FileName#decode] gives them, if the system
    /// knows them.
    ///
    /// @param arguments as the JVM hands them to `main`
    /// @param commandLine a file of the whole command line: each argument ended by a zero
    static String[] of(String[] arguments, Path commandLine) {
        if (Arrays.stream(arguments).noneMatch(each -> each.indexOf(REPLACEMENT) >= 0)) {
            return arguments;
        }
        List<String> all;
        try {
            all = split(Files.readAllBytes(commandLine));
        } catch (IOException notThisSystem) {
            return arguments;
        }
        if (all.size() < arguments.length) {
            return arguments;
        }
        List<String> last = all.subList(all.size() - arguments.length, all.size());
        String[] whole = arguments.clone();
        for (int i = 0; i < whole.length; i++) {
            if (whole[i].indexOf(REPLACEMENT) >= 0) {
                whole[i] = last.get(i);
            }
        }
        return whole;
    }

    private static List<String> split(byte[] bytes) {
        List<String> all = new ArrayList<>();
        int begin = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                all.add(FileName.decode(Arrays.copyOfRange(bytes, begin, i)));
                begin = i + 1;
            }
        }
        return all;
    }
}
