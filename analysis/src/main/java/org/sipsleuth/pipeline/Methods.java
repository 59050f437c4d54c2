package org.sipsleuth.pipeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sipsleuth.belief.source.BeliefMethod;
import org.sipsleuth.finding.Detector;
import org.sipsleuth.finding.Method;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.model.ModelFormatException;
import org.sipsleuth.sequence.unknown.SequenceMethod;

/// All methods that there are.
public final class Methods {

    private static final List<Method> ALL = List.of(new SequenceMethod(), new BeliefMethod());

    private Methods() {}

    /// All of them, in the order of their papers.
    public static List<Method> all() {
        return ALL;
    }

    /// The one of this name.
    public static Optional<Method> named(String name) {
        return ALL.stream().filter(method -> method.name().equals(name)).findFirst();
    }

    /// The models that come with the program, one of each method that has one.
    public static List<ModelFile> shipped() throws IOException {
        List<ModelFile> shipped = new ArrayList<>();
        for (Method method : ALL) {
            shipped.add(method.shipped());
        }
        return shipped;
    }

    /// The detector for a model, of whatever method.
    ///
    /// @throws ModelFormatException if no method can use it
    public static Detector detector(ModelFile file) throws ModelFormatException {
        Method method =
                named(file.kind())
                        .orElseThrow(
                                () ->
                                        new ModelFormatException(
                                                "kind", "unknown method: " + file.kind()));
        return method.detector(file);
    }
}
