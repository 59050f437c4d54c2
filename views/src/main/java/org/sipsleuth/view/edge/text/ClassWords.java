package org.sipsleuth.view.edge.text;

import static org.sipsleuth.view.edge.text.EdgeText.text;

import org.sipsleuth.edge.traffic.MessageClass;

/// How the two classes of messages are called: attack only where the ground truth says so.
///
/// @param kind what classes are made from: `truth`, `incidents` or `incident`
/// @param incident the name of a single incident: `I2`, or empty
public record ClassWords(String kind, String incident) {

    /// By the ground truth.
    public static final ClassWords TRUTH = new ClassWords("truth", "");

    /// By all incidents.
    public static final ClassWords INCIDENTS = new ClassWords("incidents", "");

    /// By one of the incidents.
    public static ClassWords of(int incident) {
        return new ClassWords("incident", text("incident.number", incident));
    }

    /// `attack`, `part of an incident`.
    public String of(MessageClass its) {
        return its == MessageClass.ATTACK ? words("class.attack") : words("class.legitimate");
    }

    /// A text that has another wording for each kind.
    public String words(String key, Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = incident;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return text(key + "." + kind, all);
    }
}
