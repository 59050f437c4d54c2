# An adapter for four analogue telephones has old passwords: each line tries its own again every
# twelve seconds, until somebody sets the right ones. Two phones are linphone.
# linphone does not name itself in every response.
tolerated="neither User-Agent nor Server"
relocate example.com 5060 192.168.77 203.0.113
EXTENSIONS=(6101 6102 6103 6104 6105 6106)
EXISTING='^61[0-4][0-9]$'
WEAK=none
LINPHONES=(6102 6106)
open_office
add_host adapter 192.168.77.60
sed 's/User-Agent: .*/User-Agent: Cisco\/SPA112-1.4.1(SR5)/' "$parts/sipp/register-many.xml" >"$scratch/right.xml"
sed 's#<recv response="200"/>#<recv response="401"/>#' "$scratch/right.xml" >"$scratch/wrong.xml"
for which in wrong right; do
    printf '%s\n' SEQUENTIAL >"$scratch/$which.csv"
    for user in 6131 6132 6133 6134; do
        password=secret$user
        [ "$which" = right ] || password=old$user
        echo "$user;;[authentication username=$user password=$password];" >>"$scratch/$which.csv"
    done
done
for user in 6131 6132 6133 6134; do echo "$user normal" >>"$scratch/users"; done
adapter_registers() { # wrong or right, the second
    incoming+=("adapter-$2")
    start "adapter-$2" adapter env TERM=dumb sipp -sf "$scratch/$1.xml" -nostdin -inf "$scratch/$1.csv" \
        -i 192.168.77.60 -p 5060 -r 3 -l 4 -m 4 192.168.77.1:5060
}
start_office_capture
keep_alive 17
office_day 327 115
for second in 5 17 29 41 53 65 77; do at "$second.2" adapter_registers wrong "$second"; done
at 93 adapter_registers right 93
play
close_office
