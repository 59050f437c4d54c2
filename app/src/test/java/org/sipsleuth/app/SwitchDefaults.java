package org.sipsleuth.app;

import com.sun.source.tree.CaseLabelTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConstantCaseLabelTree;
import com.sun.source.tree.DefaultCaseLabelTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.Source;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// Finds `default` in switches over enums of the project, where the compiler would say nothing of
/// a new constant. The class files do not tell, so that it reads the sources of the classes.
final class SwitchDefaults extends ArchCondition<JavaClass> {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Pattern DEFAULT = Pattern.compile("\\bdefault\\s*(->|:)");

    private final Map<Path, List<String>> found = new HashMap<>();

    /// Those of each enum.
    private final List<Set<String>> constants = new ArrayList<>();

    /// By package; one can have several, of the sources and of the tests.
    private final Map<String, List<Path>> folders = new HashMap<>();

    SwitchDefaults() {
        super("have a default in a switch over an enum of the project");
    }

    @Override
    public void init(Collection<JavaClass> all) {
        found.clear();
        constants.clear();
        Set<Path> sources = new TreeSet<>();
        for (JavaClass type : all) {
            source(type).ifPresent(sources::add);
            if (type.isEnum()) {
                constants.add(constants(type));
            }
        }
        sources.removeIf(source -> !DEFAULT.matcher(read(source)).find());
        analyse(sources);
    }

    private static Set<String> constants(JavaClass type) {
        return type.getFields()
                .stream()
                .filter(field -> field.getRawType().equals(type))
                .map(JavaField::getName)
                .collect(Collectors.toSet());
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        source(type).map(found::remove) // of a file with several classes: once
                .ifPresent(places -> places.forEach(place -> events.add(SimpleConditionEvent.satisfied(type, place))));
    }

    /// The file that holds a class; empty for what remained of a class whose source is gone.
    private Optional<Path> source(JavaClass type) {
        if (folders.isEmpty()) {
            findFolders();
        }
        List<Path> its = folders.get(type.getPackageName());
        if (its == null) { // it would pass unseen
            throw new IllegalStateException("no source folder of " + type);
        }
        String name = type.getSource().flatMap(Source::getFileName).orElseThrow();
        return its.stream().map(folder -> folder.resolve(name)).filter(Files::exists).findFirst();
    }

    private void findFolders() {
        List<Path> roots = new ArrayList<>(List.of(ROOT.resolve("app/src/test/java")));
        for (Path modules : List.of(ROOT, ROOT.resolve("analysis"))) {
            listed(Files::list, modules).forEach(module -> roots.add(module.resolve("src/main/java")));
        }
        roots.removeIf(root -> !Files.isDirectory(root));
        for (Path root : roots) {
            for (Path folder : listed(path -> Files.walk(path).filter(Files::isDirectory), root)) {
                folders.computeIfAbsent(packageOf(root, folder), _ -> new ArrayList<>()).add(folder);
            }
        }
    }

    private interface Listing {
        Stream<Path> of(Path folder) throws IOException;
    }

    private static List<Path> listed(Listing listing, Path folder) {
        try (Stream<Path> paths = listing.of(folder)) {
            return paths.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String packageOf(Path root, Path folder) {
        return root.relativize(folder).toString().replace(File.separatorChar, '.');
    }

    private static String read(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Names tell which few files have to be understood wholly.
    private void analyse(Collection<Path> sources) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            Set<Path> suspects = new TreeSet<>();
            for (CompilationUnitTree unit : task(compiler, files, sources).parse()) {
                new Switches((_, _) -> suspects.add(file(unit))).scan(unit, null);
            }
            JavacTask task = task(compiler, files, suspects);
            Iterable<? extends CompilationUnitTree> units = task.parse();
            task.analyze();
            Trees trees = Trees.instance(task);
            for (CompilationUnitTree unit : units) {
                new Switches((path, of) -> look(trees, unit, path, of)).scan(unit, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Types come from the class path, which has the same classes compiled.
    private static JavacTask task(JavaCompiler compiler, StandardJavaFileManager files, Collection<Path> sources) {
        String classes = System.getProperty("java.class.path");
        return (JavacTask) compiler.getTask(null, files, _ -> {}, // the build has told already
                List.of("-proc:none", "-implicit:none", "-classpath", classes), null,
                files.getJavaFileObjectsFromPaths(sources));
    }

    private static Path file(CompilationUnitTree unit) {
        return Path.of(unit.getSourceFile().toUri());
    }

    private void look(Trees trees, CompilationUnitTree unit, TreePath path, ExpressionTree of) {
        Path file = file(unit);
        long at = trees.getSourcePositions().getStartPosition(unit, path.getLeaf());
        String place = ROOT.relativize(file) + ":" + unit.getLineMap().getLineNumber(at);
        TypeMirror type = trees.getTypeMirror(new TreePath(path, of));
        if (type == null || type.getKind() == TypeKind.ERROR) {
            throw new IllegalStateException("type of the switch unknown: " + place);
        }
        if (type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement its
                && its.getKind() == ElementKind.ENUM
                && its.getQualifiedName().toString().startsWith("org.sipsleuth.")) {
            found.computeIfAbsent(file, _ -> new ArrayList<>())
                    .add(place + " has a default in a switch over " + its.getQualifiedName());
        }
    }

    /// The switches that have a default and, beside it, only names that an enum has.
    private final class Switches extends TreePathScanner<Void, Void> {

        private final BiConsumer<TreePath, ExpressionTree> found;

        /// @param found takes a switch and what it is over
        Switches(BiConsumer<TreePath, ExpressionTree> found) {
            this.found = found;
        }

        @Override
        public Void visitSwitch(SwitchTree tree, Void nothing) {
            look(tree.getExpression(), tree.getCases());
            return super.visitSwitch(tree, nothing);
        }

        @Override
        public Void visitSwitchExpression(SwitchExpressionTree tree, Void nothing) {
            look(tree.getExpression(), tree.getCases());
            return super.visitSwitchExpression(tree, nothing);
        }

        private void look(ExpressionTree of, List<? extends CaseTree> cases) {
            Set<String> names = new HashSet<>();
            boolean hasDefault = false;
            for (CaseTree each : cases) {
                for (CaseLabelTree label : each.getLabels()) {
                    if (label instanceof ConstantCaseLabelTree constant) {
                        names.add(name(constant.getConstantExpression()));
                    }
                    hasDefault |= label instanceof DefaultCaseLabelTree;
                }
            }
            names.remove("null");
            if (hasDefault && constants.stream().anyMatch(kind -> kind.containsAll(names))) {
                found.accept(getCurrentPath(), of);
            }
        }

        private static String name(ExpressionTree constant) {
            return constant instanceof MemberSelectTree select ? select.getIdentifier().toString()
                    : constant.toString();
        }
    }
}
