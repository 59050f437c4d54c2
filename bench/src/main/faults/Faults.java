import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssertTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/// The faults that one source file could have: each is one change of what its methods do.
final class Faults extends TreeScanner<Void, Void> {

    /// What an operator is replaced with. Where the types forbid it, the fault does not compile.
    private static final Map<String, List<String>> OPERATORS =
            Map.ofEntries(
                    Map.entry("<", List.of("<=", ">=")),
                    Map.entry("<=", List.of("<", ">")),
                    Map.entry(">", List.of(">=", "<=")),
                    Map.entry(">=", List.of(">", "<")),
                    Map.entry("==", List.of("!=")),
                    Map.entry("!=", List.of("==")),
                    Map.entry("&&", List.of("||")),
                    Map.entry("||", List.of("&&")),
                    Map.entry("+", List.of("-")),
                    Map.entry("-", List.of("+")),
                    Map.entry("*", List.of("/")),
                    Map.entry("/", List.of("*")),
                    Map.entry("%", List.of("*")),
                    Map.entry("&", List.of("|")),
                    Map.entry("|", List.of("&")),
                    Map.entry("<<", List.of(">>")),
                    Map.entry(">>", List.of("<<")),
                    Map.entry(">>>", List.of("<<")),
                    Map.entry("+=", List.of("-=")),
                    Map.entry("-=", List.of("+=")),
                    Map.entry("|=", List.of("&=")),
                    Map.entry("&=", List.of("|=")),
                    Map.entry("++", List.of("--")),
                    Map.entry("--", List.of("++")));

    /// What a method returns instead, by the beginning of its type; of other types null.
    private static final Map<String, String> NOTHING =
            Map.ofEntries(
                    Map.entry("int", "0"),
                    Map.entry("long", "0"),
                    Map.entry("double", "0"),
                    Map.entry("String", "\"\""),
                    Map.entry("List", "java.util.List.of()"),
                    Map.entry("Set", "java.util.Set.of()"),
                    Map.entry("Map", "java.util.Map.of()"),
                    Map.entry("Optional", "java.util.Optional.empty()"),
                    Map.entry("OptionalInt", "java.util.OptionalInt.empty()"),
                    Map.entry("OptionalLong", "java.util.OptionalLong.empty()"),
                    Map.entry("OptionalDouble", "java.util.OptionalDouble.empty()"));

    private final Path file;
    private final String text;
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final List<Fault> found = new ArrayList<>();

    /// The type of the method around; empty in a lambda.
    private String returned = "";

    private Faults(Path file, String text, JavacTask task) throws IOException {
        this.file = file;
        this.text = text;
        this.unit = task.parse().iterator().next();
        this.positions = Trees.instance(task).getSourcePositions();
    }

    static List<Fault> of(Path root, Path file) throws IOException {
        String text = Files.readString(root.resolve(file));
        JavacTask task =
                (JavacTask)
                        ToolProvider.getSystemJavaCompiler()
                                .getTask(null, null, null, null, null, List.of(source(file, text)));
        Faults faults = new Faults(file, text, task);
        faults.scan(faults.unit, null);
        return faults.found;
    }

    static JavaFileObject source(Path file, String text) {
        return new SimpleJavaFileObject(
                URI.create("string:///" + file), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }

    private int start(Tree tree) {
        return (int) positions.getStartPosition(unit, tree);
    }

    private int end(Tree tree) {
        return (int) positions.getEndPosition(unit, tree);
    }

    private void add(int from, int to, String replacement, String name) {
        long line = unit.getLineMap().getLineNumber(from);
        long column = unit.getLineMap().getColumnNumber(from);
        found.add(new Fault(file, from, to, replacement, line, column, name));
    }

    private void replace(Tree tree, String replacement, String name) {
        add(start(tree), end(tree), replacement, name);
    }

    /// The operator is what stands between two offsets.
    private void operator(int from, int to) {
        String between = text.substring(from, to);
        String operator = between.strip();
        int at = from + between.indexOf(operator);
        for (String other : OPERATORS.getOrDefault(operator, List.of())) {
            add(at, at + operator.length(), other, operator + " to " + other);
        }
    }

    /// Comparisons and what is joined or negated have faults of their own.
    private void negate(ExpressionTree condition) {
        ExpressionTree inner =
                condition instanceof ParenthesizedTree tree ? tree.getExpression() : condition;
        if (!(inner instanceof BinaryTree) && !(inner instanceof UnaryTree)) {
            String negated = "!(" + text.substring(start(inner), end(inner)) + ")";
            replace(inner, negated, "condition negated");
        }
    }

    /// Only what methods and initializers do: constants of a class are copied into others.
    @Override
    public Void visitClass(ClassTree tree, Void none) {
        for (Tree member : tree.getMembers()) {
            if (member instanceof MethodTree
                    || member instanceof ClassTree
                    || member instanceof BlockTree) {
                scan(member, none);
            }
        }
        return null;
    }

    @Override
    public Void visitMethod(MethodTree tree, Void none) {
        String around = returned;
        returned = tree.getReturnType() == null ? "" : tree.getReturnType().toString();
        scan(tree.getBody(), none);
        returned = around;
        return null;
    }

    @Override
    public Void visitLambdaExpression(LambdaExpressionTree tree, Void none) {
        String around = returned;
        returned = "";
        scan(tree.getBody(), none);
        returned = around;
        return null;
    }

    @Override
    public Void visitAnnotation(AnnotationTree tree, Void none) {
        return null;
    }

    @Override
    public Void visitAssert(AssertTree tree, Void none) {
        return null;
    }

    @Override
    public Void visitBinary(BinaryTree tree, Void none) {
        operator(end(tree.getLeftOperand()), start(tree.getRightOperand()));
        return super.visitBinary(tree, none);
    }

    @Override
    public Void visitCompoundAssignment(CompoundAssignmentTree tree, Void none) {
        operator(end(tree.getVariable()), start(tree.getExpression()));
        return super.visitCompoundAssignment(tree, none);
    }

    @Override
    public Void visitUnary(UnaryTree tree, Void none) {
        int operand = start(tree.getExpression());
        if (tree.getKind() == Tree.Kind.LOGICAL_COMPLEMENT
                || tree.getKind() == Tree.Kind.UNARY_MINUS) {
            add(start(tree), operand, "", text.charAt(start(tree)) + " removed");
        }
        operator(start(tree), operand);
        operator(end(tree.getExpression()), end(tree));
        return super.visitUnary(tree, none);
    }

    @Override
    public Void visitIf(IfTree tree, Void none) {
        negate(tree.getCondition());
        return super.visitIf(tree, none);
    }

    @Override
    public Void visitWhileLoop(WhileLoopTree tree, Void none) {
        negate(tree.getCondition());
        return super.visitWhileLoop(tree, none);
    }

    @Override
    public Void visitConditionalExpression(ConditionalExpressionTree tree, Void none) {
        negate(tree.getCondition());
        return super.visitConditionalExpression(tree, none);
    }

    @Override
    public Void visitLiteral(LiteralTree tree, Void none) {
        switch (tree.getValue()) {
            case Boolean value -> replace(tree, String.valueOf(!value), value + " to " + !value);
            case Integer value -> integer(tree, value, "");
            case Long value -> integer(tree, value, "L");
            case null, default -> {}
        }
        return null;
    }

    private void integer(Tree tree, long value, String suffix) {
        for (long other : new long[] {value + 1, value - 1}) {
            replace(tree, "(" + other + suffix + ")", value + " to " + other);
        }
    }

    @Override
    public Void visitExpressionStatement(ExpressionStatementTree tree, Void none) {
        if (tree.getExpression() instanceof MethodInvocationTree call) {
            String called = call.getMethodSelect().toString();
            if (!called.equals("super") && !called.equals("this") && !called.startsWith("LOG")) {
                replace(tree, ";", "call of " + called.replaceAll("(?s).*\\.", "") + " removed");
            }
        }
        return super.visitExpressionStatement(tree, none);
    }

    @Override
    public Void visitReturn(ReturnTree tree, Void none) {
        String type = returned.replaceAll("<.*", "");
        if (tree.getExpression() != null && !type.isEmpty()) {
            List<String> values =
                    type.equals("boolean")
                            ? List.of("true", "false")
                            : List.of(NOTHING.getOrDefault(type, "null"));
            String value = tree.getExpression().toString();
            boolean literal = tree.getExpression() instanceof LiteralTree;
            for (String other : values) {
                if (!other.endsWith(value) && !(literal && type.equals("boolean"))) {
                    replace(
                            tree,
                            "return " + other + ";",
                            "returns " + other.replace("\"\"", "no text"));
                }
            }
        }
        return super.visitReturn(tree, none);
    }
}
