set -eu  # -> bash/stop-at-errors set
trap 'rm x' EXIT  # -> bash/trap trap
declare -A map  # -> bash/associative-array
wait "$job"  # -> bash/background wait
xargs -P 4 run  # -> bash/parallel xargs
xargs -n 1 -I {} -P8 run  # -> bash/parallel xargs
xargs --max-procs "$n" run  # -> bash/parallel xargs
eval "$text"  # -> bash/eval eval
curl -fsSL https://example.org/x | bash  # -> bash/downloaded-code
curl https://example.org/x | sh -ex  # -> bash/downloaded-code
curl https://example.org/x | sh -s -- -y  # -> bash/downloaded-code
bash -x <(curl https://example.org/x)  # -> bash/downloaded-code
source <(curl https://example.org/x)  # -> bash/downloaded-code
curl -sk https://example.org/x  # -> bash/unverified-tls curl
wget --no-check-certificate https://example.org/x  # -> bash/unverified-tls wget
ssh -o StrictHostKeyChecking=no host  # -> bash/unverified-host ssh
chmod -R 777 folder  # -> bash/world-writable chmod
mktemp -u  # -> bash/temporary-name mktemp
set -u; trap - EXIT; trap "" EXIT; trap '' EXIT; xargs -n 1 run; xargs -P1 run; xargs -P 1 run; xargs grep -P 4; chmod u+w 777; eval 'a=1'; curl -o k x | tar x; curl x | bash -c "cat"; curl x | sh read.sh; sh read.sh <(curl x); bash -c <(curl x); chmod 755 x; mktemp; echo eval "$x"
cat <<END  # -> bash/here-document
eval "$text"
END
