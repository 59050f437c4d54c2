package org.sipsleuth.encapsulation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// TShark, where it is installed.
final class Tshark {

    private static final List<String> FIELDS = List.of("frame.number", "sip.Method", "sip.Status-Code", "sip.Call-ID");
    private static final String AGAIN = "\u001e";

    private Tshark() {}

    /// Its version, or nothing if it is not there.
    static String version() throws InterruptedException {
        try {
            String reported = run(List.of("tshark", "--version"));
            return reported.lines().findFirst().orElse("");
        } catch (IOException e) {
            return "";
        }
    }

    /// What it tells of a capture: of each frame with SIP the methods, status codes and Call-IDs.
    static Map<Integer, String> reports(Path capture, List<String> options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("tshark", "-n", "-r", capture.toString()));
        command.addAll(options);
        command.addAll(List.of("-Y", "sip", "-T", "fields", "-E", "aggregator=" + AGAIN));
        FIELDS.forEach(field -> command.addAll(List.of("-e", field)));
        Map<Integer, String> frames = new TreeMap<>();
        for (String line : run(command).lines().toList()) {
            String[] columns = line.split("\t", -1);
            List<List<String>> values = new ArrayList<>();
            for (int i = 1; i < columns.length; i++) {
                values.add(Arrays.asList(columns[i].split(AGAIN)));
            }
            frames.put(Integer.parseInt(columns[0]), line(values.get(0), values.get(1), values.get(2)));
        }
        return frames;
    }

    /// A frame in a line: its messages' methods, status codes and Call-IDs, each sorted, since
    /// TShark does not tell which belong together.
    static String line(List<String> methods, List<String> statuses, List<String> callIds) {
        return String.join(" ", methods.stream().sorted().toList()) + " | "
                + String.join(" ", statuses.stream().sorted().toList()) + " | "
                + String.join(" ", callIds.stream().sorted().toList());
    }

    /// How many messages such a line tells of: each has a Call-ID.
    static int messages(String line) {
        return line.substring(line.lastIndexOf('|') + 2).split(" ").length;
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .start();
        byte[] reported = process.getInputStream().readAllBytes();
        process.waitFor();
        return new String(reported, StandardCharsets.UTF_8);
    }
}
