import type { Page } from '@playwright/test'
import { expect, settled, test } from './screen'

/** The shipped city file with something changed, as a person who edits it might. */
async function withCity(
  page: Page,
  change: (city: Record<string, Record<string, unknown>>) => void,
  asText?: (text: string) => string,
) {
  await page.route('**/cities/kien-an.json', async (route) => {
    const response = await route.fetch()
    const city = await response.json()
    change(city)
    const text = JSON.stringify(city, null, 2)
    await route.fulfill({ response, body: asText ? asText(text) : text })
  })
}

test('a panel with a wrong figure is off alone, and says where, why and how to mend it', async ({ page }) => {
  await withCity(page, (city) => {
    city.panels = {
      ...city.panels,
      waiting: { kind: 'figure', title: { vi: 'Chờ', en: 'Waiting' }, figure: 'people-wating' },
    }
  })
  await page.goto('/#/wall?city=kien-an')
  const broken = page.locator('[data-panel=waiting]')
  await expect(broken).toContainText('people-wating')
  await expect(broken).toContainText('people-waiting')
  await settled(page)
  await expect(page.locator('[data-panel=cameras]')).toHaveAttribute('data-state', 'live')
})

for (const [lang, words] of [
  ['vi', 'Không mở được tệp thành phố'],
  ['en', 'The city file could not be opened'],
] as const) {
  test(`a city file with a secret in it is refused on screen, in ${lang}`, async ({ page }) => {
    await withCity(page, (city) => {
      city.sources = {
        ...city.sources,
        cameras: { ...Object(city.sources?.cameras), headers: { authorization: 'Bearer abc' } },
      }
    })
    await page.goto(`/#/wall?city=kien-an&lang=${lang}`)
    await expect(page.getByRole('alert')).toContainText(words)
    await expect(page.getByRole('alert')).toContainText('sources.cameras.headers.authorization')
  })

  test(`a city that does not exist gets a clear page, in ${lang}`, async ({ page, faults }) => {
    faults.expected(/404/)
    await page.goto(`/#/wall?city=nowhere&lang=${lang}`)
    await expect(page.getByRole('alert')).toContainText(words)
    await expect(page.getByRole('alert')).toContainText('nowhere')
  })
}

test('a file with broken JSON is refused with its line', async ({ page }) => {
  await withCity(
    page,
    () => {},
    (text) => text.replace('"schema": 1,', '"schema": 1,,'),
  )
  await page.goto('/#/wall?city=kien-an')
  await expect(page.getByRole('alert')).toContainText(/dòng 3/)
})

test('a city file is opened by its address', async ({ page, baseURL }) => {
  await page.goto(`/#/wall?city=${encodeURIComponent(`${baseURL}/cities/kien-an.json`)}`)
  await settled(page)
  await expect(page.locator('.city')).toHaveText('Quận Kiến An')
})
