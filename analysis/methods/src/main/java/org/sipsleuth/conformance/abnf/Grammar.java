package org.sipsleuth.conformance.abnf;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Compiled rules. Immutable; any thread.
public final class Grammar {

    private final Map<String, Node> rules;
    private final Map<String, String> names;
    private final Set<String> recursive = new HashSet<>();

    private Grammar(Map<String, Node> rules, Map<String, String> names) {
        this.rules = rules;
        this.names = names;
    }

    /// Compiles texts that together define every rule they use.
    ///
    /// @throws AbnfException if they break RFC 5234, or a rule is missing or defined twice
    public static Grammar of(List<String> texts) {
        Map<String, Node> read = new LinkedHashMap<>();
        Map<String, String> names = new HashMap<>();
        texts.forEach(text -> AbnfReader.read(text, read, names));
        Grammar grammar = new Grammar(new HashMap<>(), names);
        Compiler compiler = new Compiler(read);
        for (String rule : read.keySet()) {
            grammar.rules.put(rule, compiler.rule(rule));
        }
        grammar.recursive.addAll(compiler.recursive);
        return grammar;
    }

    /// Whether there is such a rule, in any case.
    public boolean has(String rule) {
        return rules.containsKey(rule.toLowerCase(Locale.ROOT));
    }

    /// The names of all rules, as they are written, in alphabetical order.
    public List<String> ruleNames() {
        return names.values().stream().sorted().toList();
    }

    /// How a range of bytes fits a rule.
    ///
    /// @param rule in any case
    /// @param budget what the match may cost
    public Match match(String rule, byte[] bytes, int from, int to, StepBudget budget) {
        String key = rule.toLowerCase(Locale.ROOT);
        if (!rules.containsKey(key)) {
            throw new AbnfException("no rule " + rule);
        }
        return new Recogniser(this, bytes, from, to, budget).match(key);
    }

    Node node(String rule) {
        return Optional.ofNullable(rules.get(rule)).orElseThrow(() -> new AbnfException("no rule " + rule));
    }

    String name(String rule) {
        return names.getOrDefault(rule, rule);
    }

    /// Whether a rule can contain itself.
    boolean isRecursive(String rule) {
        return recursive.contains(rule);
    }

    /// Joins choices among single bytes into one set, so that a byte is looked at once.
    private static final class Compiler {

        private final Map<String, Node> read;
        private final Map<String, Node> done = new HashMap<>();
        private final Set<String> open = new HashSet<>();
        private final Set<String> recursive = new HashSet<>();

        Compiler(Map<String, Node> read) {
            this.read = read;
        }

        Node rule(String name) {
            Node known = done.get(name);
            if (known != null) {
                return known;
            }
            Node node = read.get(name);
            if (node == null) {
                throw new AbnfException("no rule " + name);
            }
            if (!open.add(name)) {
                recursive.add(name);
                return node;
            }
            Node compiled = compiled(node);
            open.remove(name);
            done.put(name, compiled);
            return compiled;
        }

        private Node compiled(Node node) {
            return switch (node) {
                case Node.Text text -> text;
                case Node.OneOf one -> one;
                case Node.Sequence all -> new Node.Sequence(all.elements().stream().map(this::compiled).toList());
                case Node.Repeat repeat -> new Node.Repeat(repeat.least(), repeat.most(), compiled(repeat.element()));
                case Node.Reference reference -> {
                    rule(reference.rule());
                    yield reference;
                }
                case Node.Choice choice -> choice(choice);
            };
        }

        private Node choice(Node.Choice choice) {
            List<Node> others = new ArrayList<>();
            BitSet bytes = new BitSet();
            List<String> described = new ArrayList<>();
            for (Node element : choice.elements()) {
                Node compiled = compiled(element);
                Node target = compiled instanceof Node.Reference reference ? rule(reference.rule()) : compiled;
                if (target instanceof Node.OneOf one) {
                    bytes.or(one.bytes());
                    described.add(compiled instanceof Node.Reference reference ? reference.rule() : one.described());
                } else {
                    others.add(compiled);
                }
            }
            if (!described.isEmpty()) {
                others.add(new Node.OneOf(bytes, String.join(" / ", described)));
            }
            return others.size() == 1 ? others.getFirst() : new Node.Choice(others);
        }
    }
}
