package org.sipsleuth.simulate.script;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.sipsleuth.simulate.clock.SeededRandom;

/// The flows of RFC 3261 and its extensions on one hop, with all methods and the common responses:
/// those of RFC 3665, the common ones of RFC 5359, and what fails. They are in `call-flows.txt`.
public final class CallFlows {

    private static final String FILE = "call-flows.txt";

    /// A flow of the file.
    ///
    /// @param weight how often it is drawn beside the others
    /// @param source the RFC and section that describes it
    record Flow(double weight, String source, FlowPattern pattern) {}

    private final List<Flow> flows = new ArrayList<>();
    private final double[] weights;
    private final SeededRandom draws;

    /// @param draws its random numbers
    public CallFlows(SeededRandom draws) {
        this.draws = draws;
        Map<String, FlowPattern> parts = new HashMap<>();
        text().lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> read(line, parts));
        this.weights = flows.stream().mapToDouble(Flow::weight).toArray();
    }

    private static String text() {
        try (InputStream file = CallFlows.class.getResourceAsStream(FILE)) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void read(String line, Map<String, FlowPattern> parts) {
        int equals = line.indexOf(" = ");
        int colon = line.indexOf(" : ");
        if (equals >= 0) {
            String flow = line.substring(equals + 3).strip();
            parts.put(line.substring(0, equals).strip(), FlowPattern.parse(flow, parts));
        } else {
            int space = line.indexOf(' ');
            flows.add(new Flow(Double.parseDouble(line.substring(0, space)), line.substring(space, colon).strip(),
                    FlowPattern.parse(line.substring(colon + 3).strip(), parts)));
        }
    }

    /// All, in the order of the file.
    List<Flow> flows() {
        return List.copyOf(flows);
    }

    /// A dialog that follows one of them.
    public Script next() {
        return script(flows.get(draws.weighted(weights)));
    }

    /// A dialog that follows this one.
    Script script(Flow flow) {
        List<String> tokens = new ArrayList<>();
        flow.pattern().draw(draws, tokens);
        return new FlowWriter().write(tokens);
    }
}
