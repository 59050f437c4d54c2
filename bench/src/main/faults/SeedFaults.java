import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Seeds faults into copies of classes, and prints a line for each: number, part of the program,
/// place, fault, the first test that found it or `SURVIVED`, seconds of that run.
final class SeedFaults {

    private static final Map<String, List<String>> PARTS =
            Map.of(
                    "rule", List.of("methods rule", "methods flood/rule"),
                    "dialog", List.of("reader dialog", "calls dialog", "fault dialog", "query dialog"),
                    "casefile", List.of("report casefile"),
                    "sip", List.of("reader sip"));

    private final Path home;
    private final Path work;
    private final TestedCheckout checkout;

    private record Seeded(String number, String part, Fault fault) {

        void print(String found, long seconds) {
            String last = found + "," + seconds;
            System.out.println(String.join(",", number, part, fault.place(), fault.name(), last));
        }
    }

    private SeedFaults(Path home, Path tested, Path work) {
        this.home = home;
        this.work = work;
        this.checkout = new TestedCheckout(home, tested, work);
    }

    /// Arguments: the checkout that faults are seeded into, the one whose classes and tests are
    /// run, a folder to work in; then a file of printed lines, whose survivors are tried, or the
    /// number of faults, the seed, and parts.
    public static void main(String... arguments) throws IOException, InterruptedException {
        Path home = Path.of(arguments[0]);
        Path work = Path.of(arguments[2]);
        SeedFaults seed = new SeedFaults(home, Path.of(arguments[1]), work);
        List<Seeded> left;
        if (arguments.length == 4) {
            left =
                    seed.findByModule(
                            seed.survivors(Path.of(arguments[3])), TestedCheckout.Ring.QUICK);
        } else {
            List<String> parts = List.of(arguments).subList(5, arguments.length);
            List<Seeded> drawn =
                    seed.draw(Integer.parseInt(arguments[3]), Long.parseLong(arguments[4]), parts);
            left = seed.findEach(drawn);
        }
        left = seed.findByModule(left, TestedCheckout.Ring.CLOSE);
        for (Seeded survivor : seed.findByModule(left, TestedCheckout.Ring.MODULE)) {
            survivor.print(TestedCheckout.SURVIVED, 0);
        }
    }

    /// Equally many faults of each part, independent of the others, at most one of a line, each of
    // which compiles.
    private List<Seeded> draw(int count, long seed, List<String> parts) throws IOException {
        List<Seeded> drawn = new ArrayList<>();
        int quota = 0;
        for (String part : parts) {
            quota += count / parts.size();
            List<Fault> all = new ArrayList<>();
            for (Path file : files(part)) {
                all.addAll(Faults.of(home, file));
            }
            Collections.shuffle(all, new Random(seed));
            Set<String> lines = new HashSet<>();
            for (Fault fault : all) {
                if (drawn.size() < quota
                        && !lines.contains(fault.file() + ":" + fault.line())
                        && compile(List.of(fault), folder())) {
                    lines.add(fault.file() + ":" + fault.line());
                    drawn.add(new Seeded(String.valueOf(drawn.size() + 1), part, fault));
                }
            }
        }
        return drawn;
    }

    private List<Path> files(String part) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String place : PARTS.get(part)) {
            Path module = home.resolve("analysis", place.replaceAll(" .*", ""));
            Path sources = module.resolve("src/main/java/org/sipsleuth");
            try (Stream<Path> found = Files.walk(sources.resolve(place.replaceAll(".* ", "")))) {
                found.filter(file -> file.toString().endsWith(".java"))
                        .map(home::relativize)
                        .sorted()
                        .forEach(files::add);
            }
        }
        return files;
    }

    private List<Seeded> survivors(Path printed) throws IOException {
        List<Seeded> survivors = new ArrayList<>();
        for (String line : Files.readAllLines(printed)) {
            String[] values = line.split(",");
            if (values[4].equals(TestedCheckout.SURVIVED)) {
                for (Fault fault : Faults.of(home, Path.of(values[2].replaceAll(":.*", "")))) {
                    if (fault.place().equals(values[2]) && fault.name().equals(values[3])) {
                        survivors.add(new Seeded(values[0], values[1], fault));
                    }
                }
            }
        }
        return survivors;
    }

    private List<Seeded> findEach(List<Seeded> drawn) throws IOException, InterruptedException {
        for (List<Seeded> ofModule : byModule(drawn)) {
            checkout.measure(ofModule.stream().map(one -> one.fault.file()).distinct().toList());
        }
        List<Seeded> left = new ArrayList<>();
        for (Seeded seeded : drawn) {
            left.addAll(find(List.of(seeded), TestedCheckout.Ring.QUICK));
        }
        return left;
    }

    private static Collection<List<Seeded>> byModule(List<Seeded> seeded) {
        return seeded.stream()
                .collect(
                        Collectors.groupingBy(
                                one -> TestedCheckout.module(one.fault.file()),
                                TreeMap::new,
                                Collectors.toList()))
                .values();
    }

    /// The survivors, if all faults of a module are seeded at once, and in halves as long as one is
    /// found.
    private List<Seeded> findByModule(List<Seeded> seeded, TestedCheckout.Ring ring)
            throws IOException, InterruptedException {
        List<Seeded> left = new ArrayList<>();
        for (List<Seeded> ofModule : byModule(seeded)) {
            left.addAll(find(ofModule, ring));
        }
        return left;
    }

    private List<Seeded> find(List<Seeded> seeded, TestedCheckout.Ring ring)
            throws IOException, InterruptedException {
        long begun = System.nanoTime();
        Path folder = folder();
        List<Fault> faults = seeded.stream().map(Seeded::fault).toList();
        List<Path> files = faults.stream().map(Fault::file).distinct().toList();
        String found =
                compile(faults, folder) ? checkout.firstFailure(files, ring, folder) : "not there";
        if (found.equals(TestedCheckout.SURVIVED)) {
            return seeded;
        }
        if (seeded.size() == 1) {
            seeded.getFirst().print(found, (System.nanoTime() - begun) / 1_000_000_000);
            return List.of();
        }
        int half = seeded.size() / 2;
        List<Seeded> left = new ArrayList<>(find(seeded.subList(0, half), ring));
        left.addAll(find(seeded.subList(half, seeded.size()), ring));
        return left;
    }

    /// Compiles files of the checkout that is tested with these faults; false where that is no
    /// program or the lines are not there.
    private boolean compile(List<Fault> faults, Path folder) throws IOException {
        Map<Path, String> texts = new TreeMap<>();
        for (Fault fault :
                faults.stream().sorted(Comparator.comparing(Fault::from).reversed()).toList()) {
            String text = checkout.read(fault.file());
            Fault there = fault.in(Files.readString(home.resolve(fault.file())), text);
            if (there == null) {
                return false;
            }
            texts.put(fault.file(), there.apply(texts.getOrDefault(fault.file(), text)));
        }
        for (Map.Entry<Path, String> text : texts.entrySet()) {
            if (!checkout.compile(text.getKey(), text.getValue(), folder)) {
                return false;
            }
        }
        return true;
    }

    private Path folder() throws IOException {
        return Files.createTempDirectory(work, "classes");
    }
}
