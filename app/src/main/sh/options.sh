# How ../../../../sipsleuth and ../../../../bench/window, which read this file, start the JVM.

# A fault that comes back a thousand times must still name its place in the program. A cache that
# does not fit is no news for the user: the JVM starts without it.
common_options='-XX:-OmitStackTraceInFastThrow --sun-misc-unsafe-memory-access=allow -Xlog:disable -Xlog:all=error,aot*=off,cds*=off:stderr'
cli_options="$common_options --enable-native-access=ALL-UNNAMED -XX:+UseSerialGC"
window_options="$common_options --add-modules=javafx.controls,javafx.fxml,javafx.swing --enable-native-access=javafx.graphics,ALL-UNNAMED -Djava.awt.headless=true"

# A window that is open for days gives memory back: the heap begins small, grows only where
# collecting takes a fifth of the time, and has at most two fifths free; once a minute without a
# collection there is one. Without them a live capture of 200 messages a second held 2.2 GB after two
# minutes for 0.2 GB of objects. At most a quarter of the memory of the machine, as ever.
window_options="$window_options -Xms64m -XX:MaxRAMPercentage=25 -XX:GCTimeRatio=4 -XX:MinHeapFreeRatio=20 -XX:MaxHeapFreeRatio=40 -XX:G1PeriodicGCInterval=60000"

# picocli looks for Groovy, and opens every jar of the class path to find none.
cli_options="$cli_options -Dpicocli.disable.closures=true"

# Most of the time that reading takes goes into compiling. Loops over header fields are short, so
# that unrolling them, compiling them while they run or compiling larger methods into their callers
# costs more than it gives back. Without these three options info of a million messages takes
# 24 to 36 % longer (2 processors). Simulating and training live on long loops.
reading_options='-XX:LoopUnrollLimit=0 -XX:-UseOnStackReplacement -XX:InlineSmallCode=400'

# A simulator makes garbage all the time: two processors clear it away in less.
simulating_options='-XX:-UseSerialGC -XX:+UseParallelGC'

# The caches of starts, in $caches, and what says that train.sh has made them.
trained=sipsleuth.trained
command_cache=sipsleuth.aot
analysis_cache=sipsleuth-analysis.aot
window_cache=sipsleuth-window.aot

set_class_path() { # how a command is started; what the cache does not hold is looked for in one jar after the other
    class_path=
    for jar in "$run"/lib/sipsleuth-app-*.jar "$run"/lib/picocli-*.jar "$run"/lib/sipsleuth-reader-*.jar; do
        class_path="$class_path$jar:"
    done
    class_path="$class_path$run/lib/*"
    case ${1:-} in # DL4J, 110 MB; the window loads it when something is trained
        training) class_path="$class_path:$run/training/*" ;;
        evaluation) class_path="$class_path:$run/training/*:$evaluation/*" ;;
    esac
}
