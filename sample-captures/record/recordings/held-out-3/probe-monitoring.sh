# A monitoring service outside asks the proxy by OPTIONS every second and a half and each phone at its
# own address every nine seconds, registers a test account now and then and makes a test call.
relocate example.org 5060 10.99.1 198.18.101 198.19.101
EXTENSIONS=(511 512 513 514 515 516 517)
EXISTING='^5[1-3][0-9]$'
WEAK=none
open_office -A WITH_ROAMING
add_users test 10.99.1.40 531 531
add_outsider probe 198.19.101.150
start_office_capture
keep_alive 12
office_day 326 85
sed 's/User-Agent: .*/User-Agent: check_sip\/1.3/; s#<recv response="200"/>#<recv response="404" optional="true" next="end"/>\n\n  <recv response="200"/>\n\n  <label id="end"/>#' \
    "$parts/sipp/keepalive.xml" >"$scratch/probe.xml"
incoming+=(probe-proxy)
at 2 start probe-proxy probe env TERM=dumb sipp -sf "$scratch/probe.xml" -nostdin -m 50 -l 2 -r 1 -rp 1500 \
    -i 198.19.101.150 -p 5060 10.99.1.1:5060
for n in 1 2 3 4 5 6 7; do
    incoming+=("probe-$n")
    at "$((2 + n)).3" start "probe-$n" probe env TERM=dumb sipp -sf "$scratch/probe.xml" -nostdin -m 8 -l 2 -r 1 -rp 9000 \
        -i 198.19.101.150 -p "$((5060 + n))" "10.99.1.$((10 + n)):5060"
done
echo "530 normal" >>"$scratch/users"
for second in 10 40 70; do
    incoming+=("account-$second" "call-$second")
    at "$second" caller "account-$second" probe register -p "$((5100 + second))" -s 530 -au 530 -ap secret530
    at "$((second + 4))" phone "call-$second" probe carrier-calls -p "$((5101 + second))" -s 531 -key user 530 -d 2000 10.99.1.1:5060
done
sed -i 's/chance="0.35"/chance="0"/' "$parts/sipp/hotline.xml"
play
close_office
