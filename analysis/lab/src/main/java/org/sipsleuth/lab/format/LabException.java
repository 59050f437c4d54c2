package org.sipsleuth.lab.format;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/// A lab, key or hand-in that cannot be used, with every mistake that was found.
public final class LabException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient List<LabMistake> mistakes;

    public LabException(List<LabMistake> mistakes) {
        super(mistakes.stream().map(LabMistake::text).collect(Collectors.joining("\n")));
        this.mistakes = List.copyOf(mistakes);
    }

    /// A file with one mistake that is of no line.
    public static LabException of(String file, LabFault fault, Object... arguments) {
        return new LabException(List.of(new LabMistake(file, 0, fault.text(arguments))));
    }

    /// The mistakes, in the order of the file.
    public List<LabMistake> mistakes() {
        return mistakes;
    }
}
