# Where a checkout has the built program: read by ../../../../sipsleuth, bench/window and train.sh, which set scripts. A package has
# ../../../../installer/sh/place.sh in its stead.

home=${scripts%/app/src/main/sh}
command_name=./sipsleuth
target=$home/start/target
run=$target/run             # the jars of the program, in folders
commands=$run/commands      # how each command is started
modules=$run/fx             # JavaFX
evaluation=$run/evaluate    # what is built when it is first used
caches=$target              # what makes starts faster; empty where it is not kept
all_caches=                 # the folder that has one for each version
stamp=$target/sipsleuth.built
packaged=                   # yes where nothing can be built
sample=$home/sample-captures/call.pcap
natives=                    # native libraries; in a checkout they are in the jars
native_options=
