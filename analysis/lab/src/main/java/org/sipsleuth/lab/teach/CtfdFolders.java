package org.sipsleuth.lab.teach;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sipsleuth.file.OutputFile;
import org.sipsleuth.file.OutputFolder;
import org.sipsleuth.file.OutputRules;
import org.sipsleuth.file.RegularFile;
import org.sipsleuth.lab.format.Key;
import org.sipsleuth.lab.format.Lab;
import org.sipsleuth.lab.format.LabCapture;
import org.sipsleuth.lab.format.LabFolder;
import org.sipsleuth.lab.question.AnswerText;
import org.sipsleuth.lab.question.Hint;
import org.sipsleuth.lab.question.KeyEntry;
import org.sipsleuth.lab.question.Question;
import org.sipsleuth.lab.question.Truth;

/// A lab as challenges of CTFd, a folder each with `challenge.yml`, as its tool `ctf` installs them.
/// CTFd compares texts, so that only exact values and choices can be exported.
public final class CtfdFolders {

    private static final String CATEGORY = "SIP";

    private CtfdFolders() {}

    /// Writes the folders.
    ///
    /// @return the questions that are left out, for CTFd cannot mark them
    public static List<Question> write(LabFolder lab, Key key, Path folder) throws IOException {
        List<Question> left = new ArrayList<>();
        try (OutputFolder _ = OutputFolder.at(folder)) {
            for (Question question : lab.lab().questions()) {
                Optional<List<String>> flags = key.of(question.id()).map(KeyEntry::truth).flatMap(CtfdFolders::flags);
                if (flags.isPresent()) {
                    write(lab, question, flags.get(), folder.resolve(lab.lab().id() + "-" + question.id()));
                } else {
                    left.add(question);
                }
            }
        }
        return left;
    }

    private static Optional<List<String>> flags(Truth truth) {
        return switch (truth) {
            case Truth.Exact exact -> Optional.of(exact.accepted());
            case Truth.Near near when near.tolerance() == 0 -> Optional.of(List.of(AnswerText.plain(near.value())));
            case Truth.Near _,Truth.Pattern _,Truth.Members _,Truth.Span _,Truth.Frames _,Truth.Costs _,Truth.Guide _ ->
                    Optional.empty();
        };
    }

    private static void write(LabFolder lab, Question question, List<String> flags, Path folder) throws IOException {
        try (OutputFolder _ = OutputFolder.at(folder)) {
            OutputFile.at(folder.resolve("challenge.yml"), OutputRules.NEW_FILES)
                    .write(challenge(lab.lab(), question, flags));
            for (LabCapture capture : lab.lab().captures()) {
                OutputFile.at(folder.resolve(capture.file()), OutputRules.NEW_FILES).write(out -> {
                    try (InputStream in = RegularFile.open(lab.folder().resolve(capture.file()))) {
                        in.transferTo(out);
                    }
                });
            }
        }
    }

    private static String challenge(Lab lab, Question question, List<String> flags) {
        StringBuilder yaml = new StringBuilder();
        line(yaml, "name: ", lab.title() + ": " + question.title());
        line(yaml, "category: ", CATEGORY);
        line(yaml, "description: ", lab.story() + "\n\n" + question.text() + choices(question));
        yaml.append("value: ").append(question.points()).append('\n');
        yaml.append("type: standard\n");
        yaml.append("flags:\n");
        for (String flag : flags) {
            yaml.append("  - type: static\n");
            line(yaml, "    content: ", flag);
            yaml.append("    data: case_insensitive\n");
        }
        if (!question.hints().isEmpty()) {
            yaml.append("hints:\n");
            for (Hint hint : question.hints()) {
                line(yaml, "  - content: ", hint.text());
                yaml.append("    cost: ").append(hint.cost()).append('\n');
            }
        }
        yaml.append("files:\n");
        lab.captures().forEach(capture -> line(yaml, "  - ", capture.file()));
        yaml.append("state: hidden\nversion: \"0.1\"\n");
        return yaml.toString();
    }

    private static String choices(Question question) {
        return question.choices().isEmpty() ? "" : "\n\n" + String.join("\n", question.choices());
    }

    /// A double-quoted text of YAML: the escapes of JSON.
    private static void line(StringBuilder yaml, String name, String text) {
        yaml.append(name).append('"');
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            switch (sign) {
                case '"' -> yaml.append("\\\"");
                case '\\' -> yaml.append("\\\\");
                case '\n' -> yaml.append("\\n");
                default -> {
                    if (sign < ' ' || sign == '\u007f' || sign == '\u0085' || sign == '\u2028' || sign == '\u2029') {
                        yaml.append("\\u%04x".formatted((int) sign));
                    } else {
                        yaml.append(sign);
                    }
                }
            }
        }
        yaml.append("\"\n");
    }
}
