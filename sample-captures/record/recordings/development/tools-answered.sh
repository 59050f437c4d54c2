# What programs send by themselves: SIPp's own scenarios, sipsak's modes, svmap, svwar and svcrack with
# their methods and in compact form, a baresip and a linphone that call and are called.
WEAK_PASSWORD=welcome1
EXTENSIONS=(1001 1002 1003)
LINPHONES=(1002)
open_office
add_host tool 192.0.2.70
add_host answers 192.0.2.71
ip -n "$PREFIX-tool" route add default via 192.0.2.254
unchecked=yes # SIPp's own scenarios do not name the program
echo "1001 normal" >>"$scratch/users"
start_office_capture
tool() { # log name, command...
    local log=$1
    shift
    start "$log" tool "$@"
    wait "${pid_of[$log]}" || true
}
start uas answers env TERM=dumb timeout 60 sipp -sn uas -nostdin -i 192.0.2.71 -mi 192.0.2.71 -p 5060
wait_until 10 listens answers 5060
tool uac env TERM=dumb sipp -sn uac -nostdin -m 2 -r 1 -d 500 -i 192.0.2.70 -mi 192.0.2.70 -p 5060 -s 1001 192.0.2.71:5060
sipsak_of=(sipsak --symmetric --local-ip=192.0.2.70 -H 192.0.2.70 -l 5060)
tool sipsak-options "${sipsak_of[@]}" -s sip:1001@192.0.2.1
tool sipsak-register "${sipsak_of[@]}" -s sip:1009@192.0.2.1 -U -a secret1009 -x 60
tool sipsak-invite "${sipsak_of[@]}" -s sip:1010@192.0.2.1 -U -I -a secret1010 -x 60
tool sipsak-message "${sipsak_of[@]}" -s sip:1010@192.0.2.1 -M -B "a message"
tool sipsak-flood "${sipsak_of[@]}" -F -e 5 -s sip:192.0.2.1
tool sipsak-random timeout 3 "${sipsak_of[@]}" -R -t 2 -s sip:192.0.2.1
tool sipsak-trace "${sipsak_of[@]}" -T -s sip:1001@192.0.2.1
printf '%s\n' wrong1 wrong2 wrong3 >"$scratch/words"
for method in OPTIONS REGISTER INVITE; do
    tool "svmap-$method" svmap -b 192.0.2.70 -x 192.0.2.70 -P 5060 -m "$method" 192.0.2.1 192.0.2.11
    tool "svwar-$method" svwar -b 192.0.2.70 -x 192.0.2.70 -P 5060 -m "$method" -e 1001-1003 192.0.2.1
done
tool svmap-compact svmap -b 192.0.2.70 -x 192.0.2.70 -P 5060 -c 192.0.2.1 192.0.2.11
tool svwar-compact svwar -b 192.0.2.70 -x 192.0.2.70 -P 5060 -c -e 1001-1003 192.0.2.1
tool svcrack svcrack -b 192.0.2.70 -x 192.0.2.70 -P 5060 -u 1003 -d "$scratch/words" 192.0.2.1
tool svcrack-compact svcrack -b 192.0.2.70 -x 192.0.2.70 -P 5060 -c -u 1003 -d "$scratch/words" 192.0.2.1
sleep 5
tell 1001 dial sip:1002@example.org
sleep 2
tell 1002 accept
sleep 2
tell 1001 hangup
sleep 1
tell 1002 dial sip:1003@example.org
sleep 2
tell 1003 accept
sleep 2
tell 1002 hold
sleep 2
tell 1002 resume
sleep 2
tell 1002 hangup
sleep 1
tell 1002 dial sip:1003@example.org
sleep 2
tell 1002 hangup
sleep 1
tell 1003 quit
tell 1002 quit
sleep 2
stop_capture
nothing_lost capture
